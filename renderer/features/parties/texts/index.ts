import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    parties: typeof nl;
  }
}

export const partiesTexts = { nl, fr, en };
