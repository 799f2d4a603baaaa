package gradus.check.answer;

import gradus.syntax.paper.Notated;

/// A written side with one place changed, and the slip that the change takes back.
record Touch(Slip slip, Notated tree) {}
