import type { nl } from './nl.ts';

export const en: typeof nl = {
  title: 'Background map',
  text: 'This file of the zone lies under the map. Where it ends, the territory itself is drawn.',
  none: 'The map is drawn from the imported territory. With a file of the zone (PMTiles) it also shows buildings, water and green. It stays on this desk; nothing goes over the network.',
  choose: 'Choose a file',
  replace: 'Choose another file',
  remove: 'Remove',
  sending: 'Sending the file',
  done: '{{file}} now lies under the map.',
  removeTitle: 'Remove the background map?',
  removeText:
    'The map is then drawn from the territory again. Contacts and territory stay as they are.',
  keep: 'Keep it',
  file: 'File',
  size: 'Size',
  bounds: 'Area',
  detail: 'Levels',
  zooms: '{{from}} to {{to}}',
  source: 'Source',
  noSource: 'not named in the file',
  added: 'Added',
  unusable: {
    foreign: 'This is not a PMTiles file. Ask whoever makes the map of the zone for it.',
    'old-version': 'This file is of an older version of PMTiles. Convert it to version 3.',
    'not-vector': 'This file holds images. A PMTiles file with vector tiles is needed.',
    compression: 'This file is compressed in a way that is not read here. Use gzip.',
    damaged: 'This file is damaged or incomplete. Fetch it again.',
    empty: 'This file holds no tiles.',
    'too-large': 'This file is larger than {{most}}. Cut the area of the zone out of it.',
  },
};
