//! Pages, looked at as text.
