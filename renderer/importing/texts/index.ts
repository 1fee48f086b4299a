import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    importing: typeof nl;
  }
}

export const importingTexts = { nl, fr, en };
