// Runs the very script of the search page over index files. Reads from standard input
// { "script", "folder", "years": [..], "ranges": true, "queries": [ { "text", "year" } ] } and answers with the ids that each query finds,
// newest first, the bytes that were loaded, and the milliseconds of one pass once everything is loaded.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

(async () => {
  const task = JSON.parse(fs.readFileSync(0, 'utf8'));
  const { parse, Shard, insist } = require(task.script);
  let loaded = 0;
  const shards = new Map(task.years.map(year => [year, new Shard(async (from, end) => {
    const file = path.join(task.folder, `${year}.bin`);
    if (!fs.existsSync(file)) return null;
    const whole = fs.readFileSync(file);
    const bytes = task.ranges ? whole.subarray(from, end) : whole;
    loaded += bytes.length;
    return { bytes, whole: !task.ranges };
  })]));

  const find = async query => {
    const asked = parse(query.text);
    const years = query.year ? [query.year] : task.years;
    const found = [];
    for (const year of years) {
      const shard = shards.get(year);
      for (const place of await insist(shard, () => shard.find(asked))) found.push({ shard, place });
    }
    return found;
  };

  const answers = [];
  for (const query of task.queries) {
    const before = loaded;
    const hits = await find(query);
    const rows = await Promise.all(hits.map(hit => insist(hit.shard, () => hit.shard.show(hit.place))));
    answers.push({ ids: rows.map(row => row.id), bytes: loaded - before });
  }

  const start = process.hrtime.bigint();
  for (const query of task.queries) await find(query);
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  process.stdout.write(JSON.stringify({ answers, loaded, milliseconds }));
})();
