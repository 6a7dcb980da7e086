// Sets one Typst source: node compile.mjs <font folder> <source> <PDF to write>.
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [fonts, source, target] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: dirname(source), fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(target, compiler.pdf({ mainFilePath: source }));
