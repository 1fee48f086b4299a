import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    administration: typeof nl;
  }
}

export const administrationTexts = { nl, fr, en };
