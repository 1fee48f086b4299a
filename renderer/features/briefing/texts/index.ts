import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    briefing: typeof nl;
  }
}

export const briefingTexts = { nl, fr, en };
