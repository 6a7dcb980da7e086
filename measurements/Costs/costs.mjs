// What a month costs for a township, a county and a province: counted calls and runs times prices. Usage: node measurements/Costs/costs.mjs [counted.json]
import { readFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const read = name => JSON.parse(readFileSync(new URL(name, here)));
const prices = read('prices.json');
const usage = read('usage.json');
const counted = process.argv[2] ? JSON.parse(readFileSync(process.argv[2])) : read('counted.json');
const days = 30;

/** Calls by what they are charged as. The counted kinds read "table GET register", "blob PUT sealed", "queue POST work". */
function charged(calls) {
  const sums = { table: 0, blobRead: 0, blobWrite: 0, queue: 0 };
  for (const [kind, n] of Object.entries(calls)) {
    const [service, method] = kind.split(' ');
    if (service === 'table') sums.table += n;
    else if (service === 'queue') sums.queue += n;
    else if (method === 'GET' || method === 'HEAD' || method === 'DELETE') sums.blobRead += n;
    else sums.blobWrite += n;
  }
  return sums;
}

const add = (into, calls, times) => { for (const k of Object.keys(into)) into[k] += calls[k] * times; };

/** One deployment with so many townships, a month. Timers run once for all of them and do their work for each. */
function month(townships) {
  const sums = { table: 0, blobRead: 0, blobWrite: 0, queue: 0 };
  let runs = 0;
  let seconds = 0;
  const run = (times, each) => { runs += times; seconds += times * Math.max(usage.leastBilledSeconds, each); };

  for (const [timer, perDay] of Object.entries(usage.timerRunsPerDay)) {
    // An upper bound: the run's own record is written once, not once for each township.
    add(sums, charged(counted[`timer-calls/${timer}`]), perDay * days * townships);
    run(perDay * days, usage.secondsPerTownshipInATimer * townships);
  }
  for (const [step, perItem] of Object.entries(usage.stepsPerItem)) {
    const times = perItem * usage.itemsPerTownshipAndYear / 12 * townships;
    add(sums, charged(counted[`storage-calls/${step}`]), times);
    run(times, usage.secondsPerStep);
  }
  // The host's own: nobody counted these here, they are assumed (usage.json).
  const instances = usage.instances;
  sums.queue += usage.queues * instances * days * 86400 / usage.pollingSeconds;
  sums.blobWrite += Object.keys(usage.timerRunsPerDay).length * days * 86400 / usage.leaseSeconds;
  sums.blobWrite += Object.values(usage.timerRunsPerDay).reduce((a, b) => a + b, 0) * days;
  sums.blobRead += usage.pageViewsPerTownshipAndMonth * usage.readsPerPageView * townships;
  const asked = days * 1440 / usage.webTestMinutes * usage.webTests * usage.webTestPlaces;
  add(sums, charged(counted['timer-calls/health']), asked);
  run(asked, 1);

  const gigabytes = usage.gigabytesPerTownship * townships;
  const gigabyteSeconds = seconds * usage.instanceGigabytes;
  const cost = {
    storageCalls: (sums.table * prices.tablePer10000 + sums.blobRead * prices.blobReadPer10000 + sums.blobWrite * prices.blobWritePer10000 + sums.queue * prices.queuePer10000) / 10000,
    storageSpace: gigabytes * (prices.blobGigabyteMonth + 0.1 * prices.tableGigabyteMonth),
    functions: Math.max(0, gigabyteSeconds - prices.flexFreeGigabyteSeconds) * prices.flexGigabyteSecond + Math.max(0, runs - prices.flexFreeRuns) / 1e6 * prices.flexMillionRuns,
    watching: asked * prices.webTestRun + usage.logGigabytes * prices.logGigabyte,
    frontDoor: prices.frontDoorMonth,
  };
  return { sums, runs, seconds, gigabytes, cost, total: Object.values(cost).reduce((a, b) => a + b, 0) };
}

const number = n => Math.round(n).toLocaleString('en-US');
const money = n => n.toFixed(2);
const columns = [
  ['one township', month(1), 1],
  [`one county (${usage.townshipsPerCounty})`, month(usage.townshipsPerCounty), 1],
  [`one province (${usage.counties} counties, ${usage.counties * usage.townshipsPerCounty} townships)`, month(usage.townshipsPerCounty), usage.counties],
];
const row = (name, pick, write) => console.log(`| ${name} | ${columns.map(([, m, times]) => write(pick(m) * times)).join(' | ')} |`);
console.log(`| a month, prices of ${prices.asOf} in US dollars | ${columns.map(c => c[0]).join(' | ')} |`);
console.log(`|---|${columns.map(() => '---:').join('|')}|`);
row('function runs', m => m.runs, number);
row('table calls', m => m.sums.table, number);
row('blob reads', m => m.sums.blobRead, number);
row('blob writes', m => m.sums.blobWrite, number);
row('queue calls', m => m.sums.queue, number);
row('storage calls, cost', m => m.cost.storageCalls, money);
row('storage space, cost', m => m.cost.storageSpace, money);
row('Flex Consumption, cost', m => m.cost.functions, money);
row('availability tests and logs, cost', m => m.cost.watching, money);
row('Front Door, cost', m => m.cost.frontDoor, money);
row('**all**', m => m.total, money);
