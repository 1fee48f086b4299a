import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    gaps: typeof nl;
  }
}

export const gapsTexts = { nl, fr, en };
