from pkg._fast import read
