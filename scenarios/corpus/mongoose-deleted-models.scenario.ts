import { equal } from 'node:assert/strict';
import { scenario } from 'steadyheap';

// Automattic/mongoose#7682
export default scenario('a model that is defined and deleted', {
  package: 'mongoose',
  versions: ['5.5.1', '5.5.2'],
  async setup({ load }) {
    const mongoose = await load();
    return { mongoose, connection: mongoose.createConnection() };
  },
  async iterate({ mongoose, connection }) {
    const Customer = connection.model('Customer', new mongoose.Schema({ name: String }));
    await Customer.init();
    connection.deleteModel('Customer');
    equal(connection.modelNames().length, 0);
  },
  known: [
    {
      versions: '5.5.1',
      class: 'closure model (model.js:4498)',
      perIteration: 1,
      retainer: 'NativeConnection.$internalEmitter ▸ Object.dropDatabase',
      reason: 'Model.init() leaves a listener for dropDatabase that holds the model',
      issue: 'https://github.com/Automattic/mongoose/issues/7682',
    },
  ],
});
