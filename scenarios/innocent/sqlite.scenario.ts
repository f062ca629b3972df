import { DatabaseSync } from 'node:sqlite';
import { scenario } from 'steadyheap';

// Innocent: a table in memory that keeps its last 200 rows, and statements that are prepared anew and dropped.
export default scenario('rows in a table that is trimmed', {
  setup() {
    const database = new DatabaseSync(':memory:');
    database.exec('create table log (id integer primary key, text text)');
    return { database };
  },
  iterate({ database }, i) {
    database.prepare('insert into log (id, text) values (?, ?)').run(i, `line ${i}`.padEnd(200));
    database.prepare('delete from log where id <= ?').run(i - 200);
    return database.prepare('select count(*) as n from log').get();
  },
  teardown: ({ database }) => database.close(),
});
