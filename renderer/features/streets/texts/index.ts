import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    streets: typeof nl;
  }
}

export const streetsTexts = { nl, fr, en };
