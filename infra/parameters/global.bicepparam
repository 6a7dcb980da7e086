// A real register on global Azure. Passwords come from the environment and are never written here.
using '../main.bicep'

param agency = 'shili'
param agencyName = '示例镇人民政府'
param indexPrefix = '000000000'
param storageSku = 'Standard_GZRS'
param immutableDays = 365
param operators = ['operator@example.org']
param monthlyBudget = 100
param firstAdmin = readEnvironmentVariable('LIANXIN_FIRST_ADMIN', '')
param firstAdminPassword = readEnvironmentVariable('LIANXIN_FIRST_PASSWORD', '')
