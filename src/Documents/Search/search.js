// The search of the public pages. It reads the files search/{year}.bin that the server writes (SearchShard.cs says how they are made)
// with byte ranges, so that a query on a slow line loads kilobytes. No dependencies; nothing is sent to anybody.
(function () {
  'use strict';

  const HEAD = 1024;
  const STAMP = 8;
  const PAGE = 20;
  const DIGITS = new Map([...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map((c, i) => [c.charCodeAt(0), i]));
  const NUMBER = /^[0-9a-z]{9,18}\/[0-9]{4,6}-[0-9]{3,}$|^[^[\]]{1,30}\[[0-9]{4}\]第?[0-9]{1,5}号$/;
  const utf8 = new TextDecoder();

  // ---- Reading of texts: the same as SearchText.cs, range by range. ----
  function fold(c) {
    if (c === 0x3000) return 0x20;
    if (c === 0x3014 || c === 0x3010 || c === 0xFF3B || c === 0xFF08 || c === 0x28) return 0x5B;
    if (c === 0x3015 || c === 0x3011 || c === 0xFF3D || c === 0xFF09 || c === 0x29) return 0x5D;
    if (c >= 0xFF21 && c <= 0xFF3A) return c - 0xFEE0 + 32;
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
    if (c >= 0x41 && c <= 0x5A) return c + 32;
    return c;
  }

  function isWord(c) {
    return (c >= 0x30 && c <= 0x39) || (c >= 0x61 && c <= 0x7A) || (c >= 0xC0 && c <= 0x24F) || c === 0x3007 || (c >= 0x3040 && c <= 0x30FF)
      || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
  }

  function runs(text) {
    const found = [];
    let run = [];
    for (const each of text) {
      const c = fold(each.codePointAt(0));
      if (isWord(c)) {
        run.push(String.fromCodePoint(c));
      } else if (run.length > 0) {
        found.push(run);
        run = [];
      }
    }
    if (run.length > 0) found.push(run);
    return found;
  }

  function number(text) {
    let plain = '';
    for (const each of text) {
      const c = fold(each.codePointAt(0));
      if (c !== 0x20 && c !== 9 && c !== 10 && c !== 13) plain += String.fromCodePoint(c);
    }
    return plain;
  }

  function bucketOf(key) {
    let seed = key.codePointAt(0);
    if (key.length > 1 && key[0] === '#') {
      seed = 0;
      for (let i = 0; i < key.length; i++) seed += key.charCodeAt(i);
    }
    return Math.imul(seed, 2654435761) >>> 26;
  }

  // A query is words with blanks between them, in any order; all must be found. A word that is an index number or a document number is
  // found as a whole only. Of other words every pair of neighbours must stand in the text; a single character may stand anywhere.
  function parse(query) {
    const keys = new Set();
    const singles = new Set();
    for (const word of query.split(/[\s\u3000]+/u)) {
      const plain = number(word);
      if (NUMBER.test(plain)) {
        keys.add('#' + plain);
        continue;
      }
      for (const run of runs(word)) {
        if (run.length === 1) singles.add(run[0]);
        for (let i = 0; i + 1 < run.length; i++) keys.add(run[i] + run[i + 1]);
      }
    }
    return { keys: [...keys], singles: [...singles], empty: keys.size + singles.size === 0 };
  }

  function places(steps) {
    const found = [];
    let last = -1;
    let step = 0;
    let shift = 0;
    for (let i = 0; i < steps.length; i++) {
      const digit = DIGITS.get(steps.charCodeAt(i));
      step += (digit & 31) << shift;
      if (digit & 32) {
        shift += 5;
      } else {
        last += step;
        found.push(last);
        step = 0;
        shift = 0;
      }
    }
    return found;
  }

  function union(lists) {
    const all = new Set();
    for (const list of lists) for (const place of list) all.add(place);
    return [...all].sort((a, b) => a - b);
  }

  function meet(lists) {
    const ordered = lists.slice().sort((a, b) => a.length - b.length);
    let left = ordered[0] || [];
    for (let i = 1; i < ordered.length && left.length > 0; i++) {
      const other = ordered[i];
      let at = 0;
      left = left.filter(place => {
        while (at < other.length && other[at] < place) at++;
        return other[at] === place;
      });
    }
    return left;
  }

  // ---- The file of a year. ----
  class Stale extends Error {}

  class Shard {
    // read(from, end) gives { bytes, whole }: the asked bytes, or the whole file where the server knows no ranges; null for no such file.
    constructor(read) {
      this.read = read;
      this.forget();
    }

    forget() {
      this.head = null;
      this.file = null;
      this.parts = new Map();
    }

    open() {
      this.head = this.head || this.load(0, HEAD).then(bytes => {
        if (bytes === null) return null;
        const head = JSON.parse(utf8.decode(bytes));
        let at = HEAD;
        const span = length => ({ from: at, end: at += length });
        return { ...head, buckets: head.buckets.map(span), blocks: head.blocks.map(span) };
      });
      return this.head;
    }

    async load(from, end) {
      if (this.file === null) {
        const got = await this.read(from, end);
        if (got === null) return null;
        if (!got.whole) return got.bytes;
        this.file = got.bytes;
      }
      return this.file.subarray(from, end);
    }

    part(span, understand) {
      let known = this.parts.get(span.from);
      if (known === undefined) {
        known = Promise.all([this.open(), this.load(span.from, span.end)]).then(([head, bytes]) => {
          const text = bytes === null ? '' : utf8.decode(bytes);
          if (text.slice(0, STAMP) !== head.stamp) throw new Stale();
          return understand(text.slice(STAMP + 1));
        });
        this.parts.set(span.from, known);
      }
      return known;
    }

    bucket(span) {
      return this.part(span, text => {
        const keys = new Map();
        for (let at = 0; at < text.length;) {
          const tab = text.indexOf('\t', at);
          const end = text.indexOf('\n', tab);
          keys.set(text.slice(at, tab), text.slice(tab + 1, end));
          at = end + 1;
        }
        return { keys, read: new Map() };
      });
    }

    async find(query) {
      const head = await this.open();
      if (head === null || query.empty) return [];
      const wanted = new Map();
      for (const key of [...query.keys, ...query.singles]) {
        const at = bucketOf(key);
        if (!wanted.has(at)) wanted.set(at, this.bucket(head.buckets[at]));
      }
      const buckets = new Map();
      for (const [at, coming] of wanted) buckets.set(at, await coming);
      const holders = (bucket, key) => {
        if (!bucket.read.has(key)) bucket.read.set(key, bucket.keys.has(key) ? places(bucket.keys.get(key)) : []);
        return bucket.read.get(key);
      };
      const lists = query.keys.map(key => holders(buckets.get(bucketOf(key)), key));
      for (const single of query.singles) {
        const bucket = buckets.get(bucketOf(single));
        lists.push(union([...bucket.keys.keys()].filter(key => key.startsWith(single)).map(key => holders(bucket, key))));
      }
      return meet(lists).slice().reverse();
    }

    async show(place) {
      const head = await this.open();
      const block = Math.floor(place / head.block);
      const rows = await this.part(head.blocks[block], text => JSON.parse(text));
      const [id, title, entry, office, village, publishedOn, indexNumber, documentNumber, summary] = rows[place - block * head.block];
      return { id, title, entry, office, village, publishedOn, indexNumber, documentNumber, summary };
    }
  }

  // The file may be written anew between two reads of it: then everything known of it is forgotten, and it is asked again.
  async function insist(shard, work) {
    for (let tries = 0; ; tries++) {
      try {
        return await work();
      } catch (failure) {
        shard.forget();
        if (!(failure instanceof Stale) || tries >= 2) throw failure;
      }
    }
  }

  const engine = { parse, Shard, insist };
  if (typeof module !== 'undefined') module.exports = engine;
  if (typeof document === 'undefined') return;

  // ---- The page. ----
  const form = document.getElementById('search');
  const box = form.elements.namedItem('q');
  const choice = form.elements.namedItem('year');
  const status = document.getElementById('found');
  const list = document.getElementById('results');
  const more = document.getElementById('more');
  const years = [...choice.options].map(o => o.value).filter(v => v !== '');
  const root = form.dataset.root;
  const shards = new Map();
  let asked = 0;
  let hits = [];
  let shown = 0;

  function shardOf(year) {
    if (!shards.has(year)) {
      const address = `${root}search/${year}.bin`;
      shards.set(year, new Shard(async (from, end) => {
        const answer = await fetch(address, { headers: { Range: `bytes=${from}-${end - 1}` }, cache: 'no-store' });
        if (answer.status === 404) return null;
        if (answer.status === 416) throw new Stale();
        if (!answer.ok) throw new Error(String(answer.status));
        return { bytes: new Uint8Array(await answer.arrayBuffer()), whole: answer.status === 200 };
      }));
    }
    return shards.get(year);
  }

  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  async function showMore(focus) {
    const mine = asked;
    const next = hits.slice(shown, shown + PAGE);
    const rows = await Promise.all(next.map(hit => insist(shardOf(hit.year), () => shardOf(hit.year).show(hit.place))));
    if (mine !== asked) return;
    let first = null;
    for (const row of rows) {
      const line = document.createElement('li');
      const link = element('a', row.title);
      link.href = `${root}items/${encodeURIComponent(row.id)}.html`;
      first = first || link;
      const facts = [row.publishedOn, row.entry, row.office, row.village, row.documentNumber || row.indexNumber].filter(f => f !== '');
      line.append(link, element('span', facts.join(' · '), 'quiet'), element('span', row.summary, 'quiet'));
      list.append(line);
    }
    shown += rows.length;
    more.hidden = shown >= hits.length;
    if (focus && first) first.focus();
  }

  async function ask() {
    const mine = ++asked;
    const query = parse(box.value);
    hits = [];
    shown = 0;
    list.replaceChildren();
    more.hidden = true;
    if (query.empty) {
      status.textContent = box.value.trim() === '' ? '' : status.dataset.empty;
      return;
    }
    status.textContent = status.dataset.busy;
    try {
      const wanted = choice.value === '' ? years : [choice.value];
      const found = await Promise.all(wanted.map(year => insist(shardOf(year), () => shardOf(year).find(query)).then(all => all.map(place => ({ year, place })))));
      if (mine !== asked) return;
      hits = found.flat();
      await showMore(false);
      if (mine === asked) status.textContent = (hits.length === 0 ? status.dataset.none : status.dataset.some).replace('#', String(hits.length));
    } catch {
      if (mine === asked) status.textContent = status.dataset.away;
    }
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    const address = new URL(location.href);
    address.search = new URLSearchParams({ q: box.value, year: choice.value }).toString();
    history.replaceState(null, '', address);
    ask();
  });
  more.addEventListener('click', () => showMore(true).catch(() => { status.textContent = status.dataset.away; }));

  const given = new URLSearchParams(location.search);
  box.value = given.get('q') || '';
  if (years.includes(given.get('year'))) choice.value = given.get('year');
  document.getElementById('plain').hidden = true;
  if (box.value !== '') ask();
})();
