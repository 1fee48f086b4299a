import { expect, it } from 'vitest';

import { deedOf, isTakenAway } from './deed.ts';
import { rulesOf } from './entity-registry.ts';
import { ENTITIES } from './operation.ts';

it('has a word for every command that there is', () => {
  for (const entity of ENTITIES) {
    for (const name of Object.keys(rulesOf(entity)?.commands ?? {})) {
      const change = { kind: 'command', name, arguments: {} } as const;
      expect(deedOf({ entity, baseVersion: 0, change }), name).not.toBe('other');
    }
  }
});

it('tells a row that was made from one that was changed', () => {
  const change = { kind: 'patch', fields: { name: 'Bakker Voorbeeld' } } as const;
  expect(deedOf({ entity: 'party', baseVersion: 0, change })).toBe('party-added');
  expect(deedOf({ entity: 'party', baseVersion: 3, change })).toBe('party-changed');
});

it('says so when it does not know', () => {
  const change = { kind: 'command', name: 'of-a-newer-desk', arguments: {} } as const;
  expect(deedOf({ entity: 'contact', baseVersion: 0, change })).toBe('other');
});

it('still tells what made a row whose content was taken away', () => {
  const change = { kind: 'command', name: 'withdrawn', arguments: {} } as const;
  expect(deedOf({ entity: 'contact', baseVersion: 0, change })).toBe('contact-logged');
  expect(isTakenAway(change)).toBe(true);
  expect(deedOf({ entity: 'contact', baseVersion: 2, change })).toBe('other');
});
