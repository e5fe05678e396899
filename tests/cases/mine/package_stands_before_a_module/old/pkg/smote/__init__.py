from .base import Smote
