import { useTranslation } from 'react-i18next';

import { OPEN_END } from '#shared/lib/dates.ts';
import { ROLES } from '#shared/protocol/account.ts';
import { type Act, RIGHT_KINDS } from '#shared/protocol/administration.ts';

import { useFormats } from '../../ui/formats.ts';
import { useAreaNames } from './area-names.ts';

/** What an act was about in particular, in words. */
export function useDetailText(): (act: Act) => string {
  const { t } = useTranslation('administration');
  const formats = useFormats();
  const nameOfArea = useAreaNames();
  const day = (value: unknown): string =>
    value === OPEN_END ? t('rights.open') : formats.day(String(value));
  const role = (value: unknown): string => {
    const known = ROLES.find((one) => one === value);
    return known ? t(`role.${known}`) : String(value);
  };
  return ({ act, detail }) => {
    switch (act) {
      case 'account-added':
        return role(detail['role']);
      case 'account-changed':
        return [
          detail['renamed'] === true ? t('acts.renamed') : '',
          detail['to'] === undefined ? '' : `${role(detail['from'])} → ${role(detail['to'])}`,
        ]
          .filter((part) => part !== '')
          .join(', ');
      case 'right-added': {
        const kind = RIGHT_KINDS.find((one) => one === detail['kind']) ?? 'zone';
        const where = nameOfArea({ kind, areaId: String(detail['areaId']) });
        const when = `${day(detail['validFrom'])} – ${day(detail['validTo'])}`;
        return `${t(`rightKind.${kind}`)} ${where}`.trim() + `, ${when}`;
      }
      case 'right-ended':
        return `${day(detail['from'])} → ${day(detail['to'])}`;
      case 'areas-set':
        return t('acts.areas', { count: Number(detail['areas']) });
      case 'codes-set':
        return t('acts.codes', { count: Number(detail['added']) + Number(detail['changed']) });
      case 'alarm-set':
        return t('desks.alarmAfter', { count: Number(detail['days']) });
      case 'quarantine-released':
      case 'quarantine-refused':
        return t('acts.operations', { count: Number(detail['operations']) });
      case 'territory-published':
        return t('acts.territory', { number: Number(detail['number']) });
      case 'account-closed':
      case 'account-reopened':
      case 'password-set':
      case 'code-made':
      case 'desk-revoked':
        return '';
    }
  };
}
