import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    territory: typeof nl;
  }
}

export const territoryTexts = { nl, fr, en };
