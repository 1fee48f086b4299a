import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    sync: typeof nl;
  }
}

export const syncTexts = { nl, fr, en };
