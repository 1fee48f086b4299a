import { z } from 'zod';

import { areasSchema } from '#shared/protocol/administration.ts';

import { newId } from '../administration/administer.ts';
import { listAreas, setAreas } from '../administration/rights.ts';
import { type AreaName, areaNames } from '../territory/area-names.ts';
import { type Commands, read, readJson, whoIn } from './command.ts';

/** Of an area that was told without a territory, or that the territory does not have. */
const NAMELESS: AreaName = { nameNl: '', nameFr: '' };

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
    does: 'Lists the neighbourhoods and districts by which rights are told, named as the newest territory does',
    async run({ centre }, [zone]) {
      const who = whoIn(zone);
      const names = await areaNames(centre, who.zoneId);
      const { areas } = await listAreas(centre, who);
      return areas.map((area) => ({ ...area, ...(names.get(area.id) ?? NAMELESS) }));
    },
  },
};
