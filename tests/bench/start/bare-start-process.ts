/**
 * The least that a start could be: a Node of its own that opens the file with the key it is given on its
 * standard input and reads the first page of the list. Arguments: the database, the statement.
 */
import { openDatabase } from '../../../workbench/store/open-database.ts';

const [path = '', sql = ''] = process.argv.slice(2);
let key = '';
for await (const chunk of process.stdin) key += String(chunk);
const connection = openDatabase(path, Buffer.from(key, 'hex'), 'read');
process.stdout.write(`${connection.prepare(sql).all().length}\n`);
connection.close();
