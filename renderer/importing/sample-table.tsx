import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import classes from './importing.module.css';

/** The first rows of a file as they would be stored. */
export function SampleTable(props: {
  readonly title: string;
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}) {
  if (props.rows.length === 0) return null;
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>
        {props.title}
      </Text>
      <div className={classes.sample} tabIndex={0} role="region" aria-label={props.caption}>
        <Table stickyHeader verticalSpacing={4} aria-label={props.caption}>
          <Table.Thead>
            <Table.Tr>
              {props.heads.map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.rows.map((cells, row) => (
              <Table.Tr key={row}>
                {cells.map((cell, column) => (
                  <Table.Td key={column}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  );
}
