import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

import { type Language, LANGUAGES } from '#shared/contract/desk.ts';

import { systemLanguage } from '../client/language.ts';
import { recordTexts } from '../client/records/texts/index.ts';
import { errorTexts } from '../client/texts/index.ts';
import { absencesTexts } from '../features/absences/texts/index.ts';
import { linkingTexts } from '../features/actions/linking/texts/index.ts';
import { lookingTexts } from '../features/actions/looking/texts/index.ts';
import { outcomeTexts } from '../features/actions/outcome/texts/index.ts';
import { stretchesTexts } from '../features/actions/stretches/texts/index.ts';
import { tailoringTexts } from '../features/actions/tailoring/texts/index.ts';
import { actionsTexts } from '../features/actions/texts/index.ts';
import { administrationTexts } from '../features/administration/texts/index.ts';
import { attachmentsTexts } from '../features/attachments/texts/index.ts';
import { basemapTexts } from '../features/basemap/texts/index.ts';
import { boardTexts } from '../features/board/texts/index.ts';
import { briefingTexts } from '../features/briefing/texts/index.ts';
import { codesTexts } from '../features/codes/texts/index.ts';
import { contactsTexts } from '../features/contacts/texts/index.ts';
import { correctionsTexts } from '../features/corrections/texts/index.ts';
import { deskTexts } from '../features/desk/texts/index.ts';
import { exportsTexts } from '../features/exports/texts/index.ts';
import { factsTexts } from '../features/facts/texts/index.ts';
import { gapsTexts } from '../features/gaps/texts/index.ts';
import { helpTexts } from '../features/help/texts/index.ts';
import { mapTexts } from '../features/map/texts/index.ts';
import { parcelsTexts } from '../features/parcels/texts/index.ts';
import { partiesTexts } from '../features/parties/texts/index.ts';
import { promisesTexts } from '../features/promises/texts/index.ts';
import { searchTexts } from '../features/search/texts/index.ts';
import { streetsTexts } from '../features/streets/texts/index.ts';
import { syncTexts } from '../features/sync/texts/index.ts';
import { territoryTexts } from '../features/territory/texts/index.ts';
import { threadTexts } from '../features/thread/texts/index.ts';
import { todayTexts } from '../features/today/texts/index.ts';
import { viewsTexts } from '../features/views/texts/index.ts';
import { importingTexts } from '../importing/texts/index.ts';
import { INTERPOLATION, numbersInSentences } from '../ui/interpolation.ts';
import { commonTexts } from '../ui/texts/index.ts';
import { frameTexts } from './texts/index.ts';
import { typeset } from './typeset.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    contextSeparator: '|';
  }
}

/** Each feature brings one namespace; its texts declare their own types. */
export const namespaces = {
  common: commonTexts,
  errors: errorTexts,
  records: recordTexts,
  frame: frameTexts,
  desk: deskTexts,
  contacts: contactsTexts,
  absences: absencesTexts,
  actions: actionsTexts,
  board: boardTexts,
  linking: linkingTexts,
  looking: lookingTexts,
  stretches: stretchesTexts,
  tailoring: tailoringTexts,
  outcome: outcomeTexts,
  attachments: attachmentsTexts,
  briefing: briefingTexts,
  thread: threadTexts,
  facts: factsTexts,
  map: mapTexts,
  importing: importingTexts,
  territory: territoryTexts,
  basemap: basemapTexts,
  today: todayTexts,
  parties: partiesTexts,
  promises: promisesTexts,
  views: viewsTexts,
  exports: exportsTexts,
  streets: streetsTexts,
  gaps: gapsTexts,
  corrections: correctionsTexts,
  help: helpTexts,
  search: searchTexts,
  codes: codesTexts,
  administration: administrationTexts,
  sync: syncTexts,
  parcels: parcelsTexts,
};

function resourcesIn(language: Language) {
  return Object.fromEntries(
    Object.entries(namespaces).map(([name, texts]) => [name, typeset(language, texts[language])]),
  );
}

/** Makes the texts ready in the system's language. Everything is bundled: nothing is fetched. */
export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(initReactI18next)
    .use(numbersInSentences)
    .init({
      lng: systemLanguage(navigator.languages),
      fallbackLng: 'nl',
      supportedLngs: LANGUAGES,
      defaultNS: 'common',
      // Error codes hold underscores; the default separator would read them as contexts.
      contextSeparator: '|',
      ns: Object.keys(namespaces),
      resources: Object.fromEntries(LANGUAGES.map((language) => [language, resourcesIn(language)])),
      interpolation: INTERPOLATION,
      returnNull: false,
    });
}
