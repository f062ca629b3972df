import { scenario } from 'steadyheap';
import inCorpus from '../../scenarios/corpus/multer-aborted-uploads.scenario.ts';

// The corpus expects this leak; here nobody knows of it yet.
const { known, ...options } = inCorpus.options;

export default scenario(inCorpus.name, options);
