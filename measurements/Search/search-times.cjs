// Times the script of the search page over index files, once loaded, against a plain scan of the same texts with includes.
// Arguments: script, folder of the index files, file of texts (one list of texts a year), rounds. Prints one line of JSON.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const [script, folder, textFile, rounds] = process.argv.slice(2);
const { parse, Shard } = require(script);
const years = JSON.parse(fs.readFileSync(textFile, 'utf8'));
const queries = ['资金', '道路硬化', '森林防火 检查', '水', '民生工程 拨付', '计划生育奖励扶助', '2014', '没有这样的词语', '会议 部署 工作', '低保 公示 名单'];

(async () => {
  let loaded = 0;
  const shards = years.map((_, n) => new Shard(async (from, end) => {
    const bytes = fs.readFileSync(path.join(folder, `${n}.bin`)).subarray(from, end);
    loaded += bytes.length;
    return { bytes, whole: false };
  }));
  const indexed = async query => {
    let found = 0;
    for (const shard of shards) found += (await shard.find(parse(query))).length;
    return found;
  };
  const scanned = query => {
    const words = query.split(' ');
    let found = 0;
    for (const texts of years) for (const text of texts) if (words.every(word => text.includes(word))) found++;
    return found;
  };
  const time = async work => {
    const times = [];
    for (const query of queries) {
      const start = process.hrtime.bigint();
      await work(query);
      times.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
    return times;
  };

  const perQuery = [];
  for (const query of queries) {
    const before = loaded;
    await indexed(query);
    perQuery.push(loaded - before);
  }
  await time(async query => scanned(query));
  const taken = [];
  for (let round = 0; round < Number(rounds); round++) {
    const first = round % 2 === 0;
    const scan = first ? await time(async query => scanned(query)) : null;
    const index = await time(indexed);
    taken.push({ index, scan: scan || await time(async query => scanned(query)), scanFirst: first });
  }
  process.stdout.write(JSON.stringify({ taken, perQuery }));
})();
