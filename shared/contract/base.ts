import { oc } from '@orpc/contract';

import { errorCatalogue } from './errors.ts';

/** Every operation of the workbench may fail with any error of the catalogue. */
export const operation = oc.errors(errorCatalogue);
