import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    map: typeof nl;
  }
}

export const mapTexts = { nl, fr, en };
