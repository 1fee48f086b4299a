import type { TextsOf } from '../../../ui/texts-of.ts';
import type { nl } from './nl.ts';

export const en: TextsOf<typeof nl> = {
  title: 'Hand over without a line',
  text: 'Is this desk without a line for days? Make a parcel: a sealed file that only the centre can open. A colleague who has a line takes it along, or your administrator takes it in. The receipts come back as a file. Handing over twice does no harm.',
  noKey:
    'This desk cannot make a parcel yet: at its next contact with the centre it learns how to seal one.',
  shutOut: 'From a desk that was shut out the centre takes no parcel either.',
  nothing: 'Nothing waits for the centre: no parcel is needed.',
  wouldHold: 'A parcel would now hold {{what}}.',
  make: 'Make a parcel',
  takeIn: 'Take a file in',
  takeInHint: 'A colleague’s parcel, or the receipts of a parcel from here.',
  making: 'The parcel is being made',
  reading: 'The file is being taken in',
  operations_one: '{{count}} change',
  operations_other: '{{count}} changes',
  files_one: '{{count}} attachment',
  files_other: '{{count}} attachments',
  done: 'Saved as {{name}} ({{size}}), with {{what}}. Put it on a stick and pass it on; everything stays here as well.',
  leftOut_one: '{{count}} attachment no longer fits and goes with the next parcel.',
  leftOut_other: '{{count}} attachments no longer fit and go with the next parcel.',
  taken:
    'A colleague’s parcel is here, with {{what}}. It goes to the centre as soon as there is a line.',
  takenBefore: 'This parcel was here already.',
  settled_one: 'The centre has answered {{count}} change; you find it with where your changes are.',
  settled_other:
    'The centre has answered {{count}} changes; you find them with where your changes are.',
  stopped:
    'The centre could not take everything ({{code}}). Make a new parcel: it holds all that is missing.',
  made: {
    title: 'Made here',
    waiting: 'The receipts are not back yet.',
    back: 'Receipts back {{moment}}.',
    backStopped: 'Receipts back {{moment}}; the centre could not take everything ({{code}}).',
  },
  carried: {
    title: 'Of colleagues',
    waiting: 'Not at the centre yet: it goes there as soon as there is a line.',
    delivered: 'At the centre since {{moment}}. Bring the receipts back.',
    receipts: 'Save the receipts',
    remove: 'Remove',
    removed:
      'The parcel is gone from here. Take the file in again if you need the receipts after all.',
  },
  of: 'Parcel of {{moment}}',
};
