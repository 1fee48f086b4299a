import { z } from 'zod';

import { dayOf, daySchema, OPEN_END } from '#shared/lib/dates.ts';
import { idSchema } from '#shared/lib/ids.ts';
import { alarmDaysSchema, RIGHT_KINDS } from '#shared/protocol/administration.ts';
import { seqSchema } from '#shared/protocol/basics.ts';

import { listActs, listDesks, revokeDesk, setDeskAlarm } from '../administration/desks.ts';
import { countQuarantine } from '../administration/quarantine/read-quarantine.ts';
import { addRight, endRight } from '../administration/rights.ts';
import { accountOf, CommandError, type Commands, read, whoIn } from './command.ts';

const restrictedSchema = z.literal('restricted').optional();

export const ACCESS_COMMANDS: Commands = {
  'right add': {
    usage: 'right add ZONE LOGIN neighbourhood|district|zone AREA [FROM [TO [restricted]]]',
    does: 'Gives a right, from a day on (today) until another (for good); AREA of the whole zone is ZONE',
    async run(context, [zone, login, kind, area, from, to, restricted]) {
      const who = whoIn(zone);
      const { officerId } = await accountOf(context, who.zoneId, login);
      const right = {
        officerId,
        kind: read(z.enum(RIGHT_KINDS), 'KIND', kind),
        areaId: read(idSchema, 'AREA', area),
        restricted: read(restrictedSchema, 'restricted', restricted) !== undefined,
        validFrom: read(daySchema, 'FROM', from ?? dayOf(context.centre.clock.now())),
        validTo: read(daySchema, 'TO', to ?? OPEN_END),
      };
      if (right.validTo <= right.validFrom) throw new CommandError('TO: not after FROM');
      const { rightId } = await addRight(context.centre, who, right);
      return { id: rightId, ...right };
    },
  },
  'right end': {
    usage: 'right end ZONE RIGHT DAY',
    does: 'Ends a right: it holds no longer on that day',
    async run({ centre }, [zone, right, day]) {
      await endRight(centre, whoIn(zone), {
        rightId: read(idSchema, 'RIGHT', right),
        validTo: read(daySchema, 'DAY', day),
      });
      return { ended: true };
    },
  },
  'desk list': {
    usage: 'desk list ZONE',
    does: 'Lists desks: last seen, version, operations they still hold, alarm',
    run: async ({ centre }, [zone]) => (await listDesks(centre, whoIn(zone))).desks,
  },
  'desk revoke': {
    usage: 'desk revoke ZONE DESK',
    does: 'Shuts a desk out at once and for good, as after a theft',
    async run({ centre }, [zone, desk]) {
      await revokeDesk(centre, whoIn(zone), read(idSchema, 'DESK', desk));
      return { revoked: true };
    },
  },
  'desk alarm': {
    usage: 'desk alarm ZONE DAYS',
    does: 'Reports desks that were silent for so many days',
    async run({ centre }, [zone, days]) {
      const alarmDays = read(alarmDaysSchema, 'DAYS', Number(days));
      await setDeskAlarm(centre, whoIn(zone), alarmDays);
      return { alarmDays };
    },
  },
  'acts list': {
    usage: 'acts list ZONE [BEFORE]',
    does: 'Lists what administrators and supervisors did, newest first',
    run: ({ centre }, [zone, before]) =>
      listActs(
        centre,
        whoIn(zone),
        before === undefined ? null : read(seqSchema, 'BEFORE', Number(before)),
      ),
  },
  'quarantine count': {
    usage: 'quarantine count ZONE',
    does: 'Counts work that waits for a supervisor, by kind; what it says is for who has the right',
    run: ({ centre }, [zone]) => countQuarantine(centre, whoIn(zone)),
  },
};
