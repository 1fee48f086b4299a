import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';

import { LANGUAGES } from '#shared/contract/desk.ts';

import { INTERPOLATION } from '../../ui/interpolation.ts';
import { inOrderOf, silentDesks } from './desk-list.ts';
import { administrationTexts } from './texts/index.ts';

const talking = { alarm: false, revoked: false };
const silent = { alarm: true, revoked: false };

describe('the alarm above the list of desks', () => {
  it('counts those that the centre reports, and none that was shut out', () => {
    expect(silentDesks([])).toBe(0);
    expect(silentDesks([talking, { alarm: false, revoked: true }])).toBe(0);
    expect(silentDesks([silent, talking, silent, { alarm: true, revoked: true }])).toBe(2);
  });

  it('says how many in every language, and of each desk for how long', async () => {
    const texts = createInstance();
    await texts.init({
      resources: Object.fromEntries(
        LANGUAGES.map((language) => [language, { administration: administrationTexts[language] }]),
      ),
      interpolation: INTERPOLATION,
      defaultNS: 'administration',
    });
    const said = LANGUAGES.map((language) => {
      const t = texts.getFixedT(language);
      return [
        t('desks.silent', { count: 1 }).split(/[.,]/)[0],
        t('desks.silent', { count: 12 }).split(/[.,]/)[0],
        t('desks.silentFor', { count: 1 }),
        t('desks.silentFor', { count: 9 }),
      ];
    });
    expect(said).toEqual([
      [
        '1 bureau liet te lang niets horen',
        '12 bureaus lieten te lang niets horen',
        '1 dag stil',
        '9 dagen stil',
      ],
      [
        '1 bureau est resté trop longtemps silencieux',
        '12 bureaux sont restés trop longtemps silencieux',
        'silencieux depuis 1 jour',
        'silencieux depuis 9 jours',
      ],
      [
        '1 desk was silent for too long',
        '12 desks were silent for too long',
        'silent for 1 day',
        'silent for 9 days',
      ],
    ]);
  });
});

it('leaves a row where it was first shown, and puts new ones behind', () => {
  const ids = (given: string) => [...given].map((deviceId) => ({ deviceId }));
  expect(inOrderOf(['a', 'b', 'c'], ids('xcbya'))).toEqual(ids('abcxy'));
  expect(inOrderOf([], ids('cab'))).toEqual(ids('cab'));
});
