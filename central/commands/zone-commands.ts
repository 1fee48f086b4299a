import { z } from 'zod';

import { areasSchema } from '#shared/protocol/administration.ts';

import { newId } from '../administration/administer.ts';
import { listAreas, setAreas } from '../administration/rights.ts';
import { type Commands, read, readJson, whoIn } from './command.ts';

export const ZONE_COMMANDS: Commands = {
  'zone add': {
    usage: 'zone add NAME',
    does: 'Adds a zone and prints its id',
    async run({ centre }, [name]) {
      const zone = { id: newId(centre), name: read(z.string().min(1).max(100), 'NAME', name) };
      await centre.store.directory.addZone({ ...zone, epoch: newId(centre) });
      return zone;
    },
  },
  'zone list': {
    usage: 'zone list',
    does: 'Lists the zones',
    run: ({ centre }) => centre.store.directory.zones(),
  },
  'zone restored': {
    usage: 'zone restored ZONE',
    does: 'Tells desks that the centre was restored from a backup: they push again what it lost',
    async run({ centre }, [zone]) {
      const epoch = newId(centre);
      await centre.store.directory.changeEpoch(whoIn(zone).zoneId, epoch);
      return { epoch };
    },
  },
  'areas set': {
    usage: 'areas set ZONE FILE',
    does: 'Tells neighbourhoods and districts: a JSON list of { id, kind, parentId }',
    async run(context, [zone, file]) {
      const areas = read(areasSchema, 'FILE', await readJson(context, file));
      await setAreas(context.centre, whoIn(zone), areas);
      return { areas: areas.length };
    },
  },
  'areas list': {
    usage: 'areas list ZONE',
    does: 'Lists the neighbourhoods and districts by which rights are told',
    run: async ({ centre }, [zone]) => (await listAreas(centre, whoIn(zone))).areas,
  },
};
