// A throw-away resource group: cheapest storage, nothing that outlives it.
using '../main.bicep'

param agency = 'shili'
param agencyName = '示例镇人民政府'
param indexPrefix = '000000000'
param storageSku = 'Standard_LRS'
param keepDays = 7
param immutableDays = 1
param lock = false
param frontDoor = false
param monthlyBudget = 0
