//! What ranks before what, and why.


