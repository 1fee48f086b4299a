import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { WorkbenchError } from '../../../../errors.ts';
import { FeatureSplitter } from './feature-splitter.ts';

/** Feeds the text in pieces of these sizes, over and over. */
function split(text: string, sizes: readonly number[]): unknown[] {
  const splitter = new FeatureSplitter();
  const found: unknown[] = [];
  let start = 0;
  for (let turn = 0; start < text.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? text.length;
    found.push(...splitter.push(text.slice(start, start + size)));
    start += size;
  }
  return [...found, ...splitter.end()];
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const collection = fc.record({
  name: fc.string(),
  features: fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
  crs: fc.jsonValue(),
});

describe('FeatureSplitter', () => {
  it('finds what JSON.parse finds, however the text is cut up', () => {
    fc.assert(
      fc.property(
        collection,
        sizes,
        fc.constantFrom(undefined, 1, '\t'),
        (members, cuts, indent) => {
          const text = JSON.stringify({ ...members, type: 'FeatureCollection' }, null, indent);
          const { features } = JSON.parse(text) as { features: unknown[] };
          expect(split(text, cuts)).toEqual(features);
        },
      ),
    );
  });

  it('refuses every beginning of a file that is not the whole of it', () => {
    fc.assert(
      fc.property(
        collection,
        sizes,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (members, cuts, share) => {
          const text = JSON.stringify({ type: 'FeatureCollection', ...members });
          const part = text.slice(0, Math.floor((text.length - 1) * share));
          expect(() => split(part, cuts)).toThrow(WorkbenchError);
        },
      ),
    );
  });

  it('never hangs or fails otherwise on anything that is not JSON', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '1', 'features', '\\'))
            .map((parts) => parts.join('')),
        ),
        sizes,
        (text, cuts) => {
          try {
            split(text, cuts);
          } catch (cause) {
            expect(cause).toBeInstanceOf(WorkbenchError);
          }
        },
      ),
    );
  });

  it.each([
    '{"features":[],}',
    '{"features":[{},],"type":"FeatureCollection"}',
    '{"a" 1}',
    '{a:1}',
    '{"a":}',
  ])('is as strict as JSON: %s', (text) => {
    expect(() => split(text, [3])).toThrow('IMPORT_UNUSABLE');
  });
});
