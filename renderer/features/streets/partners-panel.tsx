import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { StreetProfile } from '#shared/contract/street-profile.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './place-panels.module.css';

type PartnerPart = Pick<StreetProfile['partners'][number], 'measures' | 'deals' | 'openDeals'>;

/** Partners that do something here, with what and how much, and organisations that contacts name; persons are not listed. */
export function PartnersPanel(props: { readonly profile: StreetProfile }) {
  const { organisations, partners, countedSince } = props.profile;
  const { t } = useTranslation('streets');
  const { t: tActions } = useTranslation('actions');
  const codes = useCodes();
  const formats = useFormats();
  const counts = ({ measures, deals, openDeals }: PartnerPart): readonly string[] => {
    const told = (what: 'measures' | 'deals' | 'open', count: number): string[] =>
      count === 0 ? [] : [t(`organisations.${what}`, { count, total: formats.number(count) })];
    return [...told('measures', measures), ...told('deals', deals), ...told('open', openDeals)];
  };
  return (
    <Panel title={t('organisations.title')}>
      <Text size="sm" c="dimmed">
        {partners.length === 0 ? t('organisations.noPartners') : t('organisations.partners')}
      </Text>
      <ul className={classes.plain}>
        {partners.map(({ id, name, kind, ...does }) => (
          <li key={id}>
            <Text span size="sm">
              {name}
            </Text>{' '}
            <Text span size="sm" c="dimmed">
              {[tActions(`partnerKind.${kind}`), ...counts(does)].join(', ')}
            </Text>
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed" mt="xs">
        {organisations.length === 0
          ? t('organisations.none', { day: formats.day(countedSince) })
          : t('organisations.hint', { day: formats.day(countedSince) })}
      </Text>
      <ul className={classes.plain}>
        {organisations.map(({ id, name, role, contacts }) => (
          <li key={id}>
            <Anchor
              size="sm"
              renderRoot={(rest) => (
                <Link {...rest} to="/parties/$partyId" params={{ partyId: id }} search={{}} />
              )}
            >
              {name}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              {[
                role !== null && codes.name('party-role', role),
                t('organisations.contacts', { count: contacts, total: formats.number(contacts) }),
              ]
                .filter(Boolean)
                .join(', ')}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
