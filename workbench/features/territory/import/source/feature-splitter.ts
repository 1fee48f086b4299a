import { DEEPEST_NESTING, LARGEST_ROW_CHARACTERS } from '../limits.ts';
import { unusable } from '../unusable.ts';

type Place =
  | 'start'
  | 'first-key'
  | 'next-key'
  | 'key'
  | 'colon'
  | 'before-value'
  | 'value'
  | 'after-value'
  | 'first-element'
  | 'next-element'
  | 'element'
  | 'after-element'
  | 'end';

const BLANK = /\s/;

/**
 * Takes a FeatureCollection apart while it is being read, so that a file of any size is never in
 * memory as a whole and a feature is parsed by itself. Members may come in any order. A lone Feature
 * counts as a collection of one. Throws IMPORT_UNUSABLE (not-json, truncated, too-deep,
 * row-too-large, not-feature-collection).
 */
export class FeatureSplitter {
  /** The collection's own members, `features` excepted. */
  readonly members = new Map<string, unknown>();
  #place: Place = 'start';
  #key = '';
  #sawFeatures = false;
  /** Characters of the texts before this one, and where the reading is in this one. */
  #before = 0;
  #index = 0;
  readonly #value = new ValueScanner();

  /** Features that are complete with this text. */
  push(text: string): unknown[] {
    const found: unknown[] = [];
    this.#index = 0;
    while (this.#index < text.length) {
      if (this.#place === 'key' || this.#place === 'value' || this.#place === 'element') {
        this.#index = this.#value.take(text, this.#index);
        if (this.#value.size > LARGEST_ROW_CHARACTERS)
          throw unusable('row-too-large', this.#where());
        if (this.#value.complete) this.#finishValue(found);
      } else {
        const character = text.charAt(this.#index);
        if (BLANK.test(character) || this.#structure(character)) this.#index += 1;
      }
    }
    this.#before += text.length;
    return found;
  }

  /** The file has ended. A lone feature comes out here. */
  end(): unknown[] {
    if (this.#place !== 'end') throw unusable('truncated', this.#where());
    if (this.members.get('type') === 'Feature' && !this.#sawFeatures) {
      return [Object.fromEntries(this.members)];
    }
    if (this.members.get('type') !== 'FeatureCollection' || !this.#sawFeatures) {
      throw unusable('not-feature-collection');
    }
    return [];
  }

  /** One character between values; false when it is the first of a value and still to be read. */
  #structure(character: string): boolean {
    switch (this.#place) {
      case 'start':
        if (character === '[') throw unusable('not-feature-collection');
        return this.#expect(character, { '{': 'first-key' });
      case 'first-key':
        if (character === '}') return this.#expect(character, { '}': 'end' });
        return this.#begin('key');
      case 'next-key':
        return this.#begin('key');
      case 'colon':
        return this.#expect(character, { ':': 'before-value' });
      case 'before-value':
        if (this.#key !== 'features' || character !== '[') return this.#begin('value');
        this.#sawFeatures = true;
        return this.#expect(character, { '[': 'first-element' });
      case 'after-value':
        return this.#expect(character, { ',': 'next-key', '}': 'end' });
      case 'first-element':
        if (character === ']') return this.#expect(character, { ']': 'after-value' });
        return this.#begin('element');
      case 'next-element':
        return this.#begin('element');
      case 'after-element':
        return this.#expect(character, { ',': 'next-element', ']': 'after-value' });
      case 'key':
      case 'value':
      case 'element':
      case 'end':
        throw unusable('not-json', this.#where());
    }
  }

  #expect(character: string, next: Readonly<Record<string, Place>>): true {
    const place = next[character];
    if (!place) throw unusable('not-json', this.#where());
    this.#place = place;
    return true;
  }

  #begin(place: 'key' | 'value' | 'element'): false {
    this.#place = place;
    return false;
  }

  #finishValue(found: unknown[]): void {
    const value = this.#parse(this.#value.text());
    if (this.#place === 'key') {
      if (typeof value !== 'string') throw unusable('not-json', this.#where());
      this.#key = value;
      this.#place = 'colon';
    } else if (this.#place === 'element') {
      found.push(value);
      this.#place = 'after-element';
    } else {
      this.members.set(this.#key, value);
      this.#place = 'after-value';
    }
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw unusable('not-json', this.#where());
    }
  }

  /** How many characters into the file, for telling where it goes wrong. */
  #where(): number {
    return this.#before + this.#index + 1;
  }
}

/** Finds where one JSON value ends: brackets are counted, texts are passed over. */
class ValueScanner {
  complete = false;
  #parts: string[] = [];
  size = 0;
  #depth = 0;
  #inText = false;
  #escaped = false;
  #scalar = false;

  /** Takes characters from `start` on and returns the index after them. */
  take(text: string, start: number): number {
    if (this.complete) this.#reset();
    let index = start;
    while (index < text.length && !this.complete) {
      if (this.#character(text.charCodeAt(index))) index += 1;
    }
    this.#parts.push(text.slice(start, index));
    this.size += index - start;
    return index;
  }

  text(): string {
    return this.#parts.join('');
  }

  /** False when the character comes after the value. */
  #character(code: number): boolean {
    if (this.#inText) {
      if (this.#escaped) this.#escaped = false;
      else if (code === 0x5c) this.#escaped = true;
      else if (code === 0x22) {
        this.#inText = false;
        this.complete = this.#depth === 0;
      }
      return true;
    }
    if (this.#scalar) {
      // , } ] or a blank end a number, true, false or null.
      this.complete = code === 0x2c || code === 0x7d || code === 0x5d || code <= 0x20;
      return !this.complete;
    }
    if (code === 0x22) this.#inText = true;
    else if (code === 0x7b || code === 0x5b) {
      this.#depth += 1;
      if (this.#depth > DEEPEST_NESTING) throw unusable('too-deep');
    } else if (code === 0x7d || code === 0x5d) {
      this.#depth -= 1;
      this.complete = this.#depth <= 0;
    } else if (this.#depth === 0 && code > 0x20) this.#scalar = true;
    return true;
  }

  #reset(): void {
    this.complete = false;
    this.#parts = [];
    this.size = 0;
    this.#depth = 0;
    this.#scalar = false;
  }
}
