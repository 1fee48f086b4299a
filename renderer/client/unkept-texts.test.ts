import { describe, expect, it, vi } from 'vitest';

import { makeUnkeptTexts, type UnkeptText } from './unkept-texts.ts';

const text: UnkeptText = {
  officerId: 'officer-one',
  id: 'draft-one',
  form: { summary: 'Half een zin' },
  isOpen: true,
};

describe('makeUnkeptTexts', () => {
  it('gives a text to the officer who typed it and to nobody else', () => {
    const texts = makeUnkeptTexts();
    texts.hold(text);
    expect(texts.of('officer-one')).toEqual([text]);
    expect(texts.of('officer-two')).toEqual([]);
    expect(texts.find('officer-one', text.id)).toEqual(text);
    expect(texts.find('officer-two', text.id)).toBeUndefined();
  });

  it('does not let go of a newer text when an older one is stored', () => {
    const texts = makeUnkeptTexts();
    const newer = { ...text, form: { summary: 'Een hele zin' } };
    texts.hold(text);
    texts.hold(newer);
    texts.release(text.id, text.form);
    expect(texts.of('officer-one')).toEqual([newer]);
    texts.release(newer.id, newer.form);
    expect(texts.isEmpty()).toBe(true);
  });

  it('tells of every change', () => {
    const texts = makeUnkeptTexts();
    const listener = vi.fn();
    const stop = texts.onChange(listener);
    texts.hold(text);
    texts.release(text.id);
    texts.release(text.id);
    stop();
    texts.hold(text);
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
