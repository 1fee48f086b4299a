import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { NeighbourhoodPicture } from '#shared/contract/streets.ts';
import type { Day } from '#shared/lib/dates.ts';

import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './streets-panel.module.css';

/** How many are shown until somebody asks for all. */
const FIRST = 10;

/** The streets of a neighbourhood, those with most contacts first. */
export function StreetsPanel(props: {
  readonly streets: NeighbourhoodPicture['streets'];
  readonly since: Day;
}) {
  const { streets } = props;
  const { t } = useTranslation('streets');
  const formats = useFormats();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? streets : streets.slice(0, FIRST);
  return (
    <Panel title={t('neighbourhood.streets')}>
      <Text size="xs" c="dimmed" mb="xs">
        {streets.length === 0
          ? t('neighbourhood.noStreets')
          : t('neighbourhood.streetsHint', { day: formats.day(props.since) })}
      </Text>
      {streets.length > 0 && (
        <table className={classes.streets}>
          <thead>
            <tr>
              <th scope="col">{t('neighbourhood.street')}</th>
              <th scope="col">{t('neighbourhood.count')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, nameNl, nameFr, contacts }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to="/streets/$streetId" params={{ streetId: id }} data-row>
                    {formats.name(nameNl, nameFr)}
                  </Link>
                </th>
                <td>{formats.number(contacts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {streets.length > FIRST && (
        <Button
          mt="xs"
          size="compact-sm"
          variant="subtle"
          aria-expanded={isWhole}
          onClick={() => {
            setWhole(!isWhole);
          }}
        >
          {isWhole
            ? t('neighbourhood.fewer')
            : t('neighbourhood.more', { total: formats.number(streets.length) })}
        </Button>
      )}
    </Panel>
  );
}
