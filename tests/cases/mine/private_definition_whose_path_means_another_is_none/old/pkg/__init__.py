# case: a private function whose only path has come to mean another one is no callable of its own
