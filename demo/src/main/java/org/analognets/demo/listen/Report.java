package org.analognets.demo.listen;

import org.analognets.pipeline.StreamSummary;
import org.analognets.pipeline.WakeEvent;

/** What a listening session prints on standard output. */
public interface Report {

  /** The session begins. */
  void started(SessionHeader header);

  /** A keyword was heard. */
  void woke(WakeEvent event);

  /** The session is over. */
  void finished(StreamSummary summary);

  /** Whether nobody reads any more, so that there is no point in going on. */
  boolean unread();
}
