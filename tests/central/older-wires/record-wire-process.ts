/**
 * Keeps the wire of this version beside those of before, for the desks that will speak it when there is a newer one:
 * `node tests/central/older-wires/record-wire-process.ts`, once with each new version.
 */
import { writeFileSync } from 'node:fs';

import { pathOfWire, wireOfToday } from './recorded-wire.ts';

const wire = wireOfToday();
const path = pathOfWire(wire.version);
writeFileSync(path, `${JSON.stringify(wire)}\n`);
console.log(`Version ${wire.version} is in ${path}.`);
