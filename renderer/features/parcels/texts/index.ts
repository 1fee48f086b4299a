import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    parcels: typeof nl;
  }
}

export const parcelsTexts = { nl, fr, en };
