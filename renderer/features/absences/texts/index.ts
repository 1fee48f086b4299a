import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    absences: typeof nl;
  }
}

export const absencesTexts = { nl, fr, en };
