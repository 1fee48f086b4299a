import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    stretches: typeof nl;
  }
}

export const stretchesTexts = { nl, fr, en };
