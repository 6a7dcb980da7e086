// A real register on Azure China (世纪互联): a plan of its own, no Front Door; the CDN is set up by hand (infra/README.md).
using '../main.bicep'

param agency = 'shili'
param agencyName = '示例镇人民政府'
param indexPrefix = '000000000'
param plan = 'dedicated'
param dedicatedSku = 'S1'
param frontDoor = false
param storageSku = 'Standard_GRS'
param publicBaseUrl = 'https://www.example.gov.cn'
param immutableDays = 365
param operators = ['operator@example.org']
param monthlyBudget = 0
param firstAdmin = readEnvironmentVariable('LIANXIN_FIRST_ADMIN', '')
param firstAdminPassword = readEnvironmentVariable('LIANXIN_FIRST_PASSWORD', '')
