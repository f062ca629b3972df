/** The harness's own classes in the subject, as a census names them. */
export const CANARY = 'SteadyheapCanary';
export const PERCH = 'SteadyheapPerch';
export const SENTINEL = 'SteadyheapSentinel';
