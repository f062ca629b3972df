/** A kind of leak, shown by what is in the heap. */
export interface Recognition {
  kind:
    | 'listener'
    | 'timer'
    | 'growing collection'
    | 'pinned context'
    | 'pending promise'
    | 'open handle'
    | 'buffers'
    | 'module cache'
    | 'detached domain';
  /** One sentence that names what it is here: the event, the map, the variable. */
  title: string;
  /** What in the heap shows it. */
  evidence: string[];
  /** What usually lets it go. */
  remedy: string;
}
